# Target "messages": the headers of the protocol between Node and the worker, from their FlatBuffers schemas, with the
# options of upstream's build.
find_program(FLATC flatc REQUIRED)

set(MESSAGES_INCLUDE ${CMAKE_CURRENT_BINARY_DIR}/messages)
file(GLOB SCHEMAS ${WORKER}/fbs/*.fbs)
foreach(schema ${SCHEMAS})
  cmake_path(GET schema STEM name)
  list(APPEND HEADERS ${MESSAGES_INCLUDE}/FBS/${name}.h)
endforeach()

add_custom_command(
  OUTPUT ${HEADERS}
  COMMAND ${FLATC} --cpp --cpp-field-case-style lower --reflect-names --scoped-enums --filename-suffix ""
          -o ${MESSAGES_INCLUDE}/FBS ${SCHEMAS}
  DEPENDS ${SCHEMAS}
  VERBATIM)
add_custom_target(messages DEPENDS ${HEADERS})
