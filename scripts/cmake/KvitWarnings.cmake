# Warnings are errors for kvit's own code; third-party headers are system headers.
add_library(kvit_warnings INTERFACE)
target_compile_options(kvit_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Wnull-dereference -Wformat=2)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 sees null pointers and overlaps in its own std::string and std::vector when it inlines them
  # (GCC bugs 105329, 105651); clang-tidy's analyzer looks for the real ones. Another compiler's new warnings
  # must not stop a user's build, so only the house's compiler turns them into errors.
  target_compile_options(kvit_warnings INTERFACE -Wno-null-dereference -Wno-restrict -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread -Werror)
endif()
