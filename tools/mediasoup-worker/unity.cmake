# Several sources to one compiler run: a quarter of the time. Each source defines its own MS_CLASS (the prefix of its
# log lines), and some define a name at file level that another one has, too; those stay by themselves.
set_target_properties(mediasoup-worker PROPERTIES
  UNITY_BUILD ON
  UNITY_BUILD_BATCH_SIZE 16
  UNITY_BUILD_CODE_BEFORE_INCLUDE "#undef MS_CLASS")

set(RTC ${WORKER}/src/RTC)
set(LIBWEBRTC ${WORKER}/deps/libwebrtc/libwebrtc/modules)
set_source_files_properties(
  ${WORKER}/src/DepOpenSSL.cpp
  ${WORKER}/src/Settings.cpp
  ${WORKER}/src/handles/TcpConnectionHandle.cpp
  ${WORKER}/src/handles/TcpServerHandle.cpp
  ${WORKER}/src/handles/UdpSocketHandle.cpp
  ${WORKER}/src/handles/UnixStreamSocketHandle.cpp
  ${RTC}/BWE/LossBasedController.cpp
  ${RTC}/BWE/TargetRateController.cpp
  ${RTC}/PlainTransport.cpp
  ${RTC}/RTP/RtxStream.cpp
  ${RTC}/SCTP/association/TransmissionControlBlock.cpp
  ${RTC}/SvcProducerStreamManager.cpp
  ${RTC}/TransportCongestionControlServer.cpp
  ${RTC}/WebRtcTransport.cpp
  ${LIBWEBRTC}/congestion_controller/goog_cc/trendline_estimator.cc
  ${LIBWEBRTC}/remote_bitrate_estimator/overuse_detector.cc
  ${LIBWEBRTC}/remote_bitrate_estimator/overuse_estimator.cc
  ${LIBWEBRTC}/remote_bitrate_estimator/remote_bitrate_estimator_abs_send_time.cc
  PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
