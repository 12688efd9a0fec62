# Files that are built into the binary with the assembler's .incbin, so that kvit runs from any
# folder: everything below templates/ (wording, rules, fonts), and the database's migrations as
# sqlite/migrations/. kvit::resources in src/adapters/resources finds them by path.
set(assembly "    .section .rodata\n")
set(table "")
set(declarations "")
set(resource_paths "")
set(index 0)
function(kvit_embed root prefix)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE "${root}" "${root}/*")
  list(FILTER files EXCLUDE REGEX "README\\.md$|\\.txt$")
  list(SORT files)
  foreach(file IN LISTS files)
    string(APPEND assembly
      "    .balign 16\n    .global kvit_resource_${index}\nkvit_resource_${index}:\n"
      "    .incbin \"${root}/${file}\"\n"
      "    .global kvit_resource_${index}_end\nkvit_resource_${index}_end:\n    .byte 0\n")
    string(APPEND declarations
      "extern const char kvit_resource_${index}[], kvit_resource_${index}_end[];\n")
    string(APPEND table
      "    {\"${prefix}${file}\", kvit_resource_${index}, kvit_resource_${index}_end},\n")
    list(APPEND resource_paths "${root}/${file}")
    math(EXPR index "${index} + 1")
  endforeach()
  foreach(variable IN ITEMS assembly declarations table resource_paths index)
    set(${variable} "${${variable}}" PARENT_SCOPE)
  endforeach()
endfunction()
kvit_embed("${CMAKE_SOURCE_DIR}/templates" "")
kvit_embed("${CMAKE_SOURCE_DIR}/src/adapters/sqlite/migrations" "sqlite/migrations/")
string(APPEND assembly "    .section .note.GNU-stack,\"\",%progbits\n")
set(resource_dir "${CMAKE_BINARY_DIR}/resources")
file(CONFIGURE OUTPUT "${resource_dir}/resources.S" CONTENT "${assembly}" @ONLY)
file(CONFIGURE OUTPUT "${resource_dir}/resource_table.cpp" @ONLY CONTENT
"// Made by scripts/cmake/KvitResources.cmake.
extern \"C\" {
${declarations}}
struct KvitResource { const char* path; const char* begin; const char* end; };
extern const KvitResource kvit_resource_table[];
extern const unsigned long kvit_resource_count;
const KvitResource kvit_resource_table[] = {
${table}    {nullptr, nullptr, nullptr}};
const unsigned long kvit_resource_count = ${index};
")
set_source_files_properties("${resource_dir}/resources.S" PROPERTIES OBJECT_DEPENDS "${resource_paths}")
add_library(kvit_resources STATIC "${resource_dir}/resources.S" "${resource_dir}/resource_table.cpp")
