# Every public header compiled alone, twice included: it brings what it needs and guards itself.
file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE "${CMAKE_SOURCE_DIR}/include"
  "${CMAKE_SOURCE_DIR}/include/kvit/*.h")
set(header_sources "")
foreach(header IN LISTS headers)
  string(REGEX REPLACE "\\.h$" ".cpp" source "${CMAKE_BINARY_DIR}/headers/${header}")
  file(CONFIGURE OUTPUT "${source}" CONTENT "#include \"${header}\"\n#include \"${header}\"\n" @ONLY)
  list(APPEND header_sources "${source}")
endforeach()
# And all of them in one file, for clang-tidy, which would else read the same headers again and again.
list(TRANSFORM headers REPLACE "(.+)" "#include \"\\1\"\n" OUTPUT_VARIABLE all_headers)
list(JOIN all_headers "" all_headers)
file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/headers/all_headers.cpp" CONTENT "${all_headers}" @ONLY)
list(APPEND header_sources "${CMAKE_BINARY_DIR}/headers/all_headers.cpp")
add_library(kvit_headers OBJECT ${header_sources})
target_include_directories(kvit_headers PRIVATE "${CMAKE_SOURCE_DIR}/include")
target_link_libraries(kvit_headers PRIVATE date::date fmt::fmt kvit_warnings)
set_target_properties(kvit_headers PROPERTIES UNITY_BUILD OFF)
