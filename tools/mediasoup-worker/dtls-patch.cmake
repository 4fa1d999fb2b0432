# One source needs a change. The worker hears of its outgoing DTLS packets through a callback on an OpenSSL BIO. Once an
# operation is done the callback must give back its result; upstream compares for that with BIO_CB_RETURN alone, which
# never comes alone, and so answers 1 to everything. Distributions build OpenSSL with kernel TLS, and then one of the
# operations asks whether the kernel encrypts: told 1, OpenSSL allocates no write buffer, and the first handshake is a
# crash. Test the flag instead.
set(ORIGINAL ${WORKER}/src/RTC/DtlsTransport.cpp)
set(PATCHED ${CMAKE_CURRENT_BINARY_DIR}/DtlsTransport.cpp)

file(READ ${ORIGINAL} before)
string(REPLACE "(operationType == BIO_CB_RETURN)" "((operationType & BIO_CB_RETURN) != 0)" after "${before}")
if(after STREQUAL before)
  message(FATAL_ERROR "DtlsTransport.cpp has changed: look at its BIO callback, and at dtls-patch.cmake")
endif()
file(CONFIGURE OUTPUT ${PATCHED} CONTENT "${after}" @ONLY)

list(REMOVE_ITEM SOURCES ${ORIGINAL})
list(APPEND SOURCES ${PATCHED})
