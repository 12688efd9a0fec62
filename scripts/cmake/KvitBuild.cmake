# How everything is compiled, third-party warnings aside: the compiler cache, sanitizers, fuzzing.
find_program(KVIT_CCACHE ccache)
if(KVIT_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Without these two words ccache refuses every file that uses a precompiled header; with the base folder one
  # clone finds what another has compiled.
  set(CMAKE_CXX_COMPILER_LAUNCHER
    "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros
    "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1 "${KVIT_CCACHE}")
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>)
  endif()
endif()

set(sanitizers "")
if(KVIT_SANITIZE)
  set(sanitizers address,undefined)
endif()
if(KVIT_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    message(FATAL_ERROR "libFuzzer comes with clang: configure with `cmake --preset fuzz`.")
  endif()
  set(sanitizers fuzzer-no-link,address,undefined)
endif()
if(sanitizers)
  add_compile_options(-fsanitize=${sanitizers} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${sanitizers})
  add_compile_definitions(_GLIBCXX_ASSERTIONS)
endif()
