# Writes OUTPUT, a C++ file with LanguageFile(), the text of every DATA/<language>/<name>.txt whose
# name is among NAMES. A new language is a new folder; nothing else changes.
# cmake -DOUTPUT=... -DDATA=... -DNAMES="a;b" -P embed_languages.cmake
set(code "// Made by embed_languages.cmake.\n#include \"script/language/word_lists.h\"\n\nnamespace fullcast {\n\n")
string(APPEND code "std::string_view LanguageFile(std::string_view language, std::string_view name) {\n")
foreach(name ${NAMES})
  file(GLOB files "${DATA}/*/${name}.txt")
  foreach(path ${files})
    get_filename_component(folder "${path}" DIRECTORY)
    get_filename_component(language "${folder}" NAME)
    # Byte by byte, since brackets and semicolons upset CMake's lists.
    file(READ "${path}" hex HEX)
    string(REGEX REPLACE "(..)" "\\\\x\\1" text "${hex}")
    string(REGEX REPLACE "((\\\\x..)(\\\\x..)(\\\\x..)(\\\\x..)(\\\\x..)(\\\\x..)(\\\\x..)(\\\\x..))" "\\1\"\n      \"" text "${text}")
    string(APPEND code "  if (language == \"${language}\" && name == \"${name}\") {\n    return \"${text}\";\n  }\n")
  endforeach()
endforeach()
string(APPEND code "  return {};\n}\n\n}  // namespace fullcast\n")
file(WRITE "${OUTPUT}" "${code}")
