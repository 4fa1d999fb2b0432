// The part of libsrtp 3's interface that the media worker calls, written on top of libsrtp 2, which distributions ship.
//
// Version 3 hides srtp_policy_t behind setters, and its protect functions read one buffer and write another; version 2
// has an open struct and works in place. The overloads here differ from version 2's functions in their parameters, so
// both can bear the same name.
#pragma once

// The struct of version 2 steps aside for the handle that takes over its name.
#define srtp_policy_t srtp_v2_policy_t
#include <srtp2/srtp.h>
#undef srtp_policy_t

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>

// Status codes that only version 3 has; the worker knows texts for them. 28 is also what shim::Transform answers.
inline constexpr auto srtp_err_status_buffer_small = static_cast<srtp_err_status_t>(28);
inline constexpr auto srtp_err_status_cryptex_err = static_cast<srtp_err_status_t>(29);

namespace shim {

struct Policy {
  srtp_v2_policy_t v2{};
  std::uint8_t masterKeyAndSalt[SRTP_MAX_KEY_LEN]{};

  ~Policy() { explicit_bzero(masterKeyAndSalt, sizeof(masterKeyAndSalt)); }
};

using InPlaceTransform = srtp_err_status_t (*)(srtp_t, void*, int*);

// Copies the packet and lets version 2 work on the copy, which has to have room for what it appends.
inline srtp_err_status_t Transform(
    InPlaceTransform transform, srtp_t session, const std::uint8_t* from, std::size_t fromLength, std::uint8_t* to,
    std::size_t* toLength, std::size_t growth) {
  if (fromLength + growth > *toLength) return srtp_err_status_buffer_small;
  if (from != to) std::memcpy(to, from, fromLength);
  int length = static_cast<int>(fromLength);
  const auto status = transform(session, to, &length);
  if (status == srtp_err_status_ok) *toLength = static_cast<std::size_t>(length);
  return status;
}

}  // namespace shim

using srtp_policy_t = shim::Policy*;

inline srtp_err_status_t srtp_policy_create(srtp_policy_t* policy) {
  *policy = new (std::nothrow) shim::Policy;
  return *policy == nullptr ? srtp_err_status_alloc_fail : srtp_err_status_ok;
}

inline void srtp_policy_destroy(srtp_policy_t policy) { delete policy; }

inline srtp_err_status_t srtp_policy_set_ssrc(srtp_policy_t policy, srtp_ssrc_t ssrc) {
  policy->v2.ssrc = ssrc;
  return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_profile(srtp_policy_t policy, srtp_profile_t profile) {
  const auto status = srtp_crypto_policy_set_from_profile_for_rtp(&policy->v2.rtp, profile);
  if (status != srtp_err_status_ok) return status;
  return srtp_crypto_policy_set_from_profile_for_rtcp(&policy->v2.rtcp, profile);
}

// Version 2 takes key and salt as one piece. Several keys told apart by an MKI are not used by the worker.
inline srtp_err_status_t srtp_policy_add_key(
    srtp_policy_t policy, const std::uint8_t* key, std::size_t keyLength, const std::uint8_t* salt,
    std::size_t saltLength, const std::uint8_t* /*mki*/, std::size_t mkiLength) {
  auto& joined = policy->masterKeyAndSalt;
  if (mkiLength > 0 || keyLength + saltLength > sizeof(joined)) return srtp_err_status_bad_param;
  std::memcpy(joined, key, keyLength);
  std::memcpy(joined + keyLength, salt, saltLength);
  policy->v2.key = joined;
  return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_allow_repeat_tx(srtp_policy_t policy, bool allow) {
  policy->v2.allow_repeat_tx = allow;
  return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_window_size(srtp_policy_t policy, std::size_t packets) {
  policy->v2.window_size = static_cast<unsigned long>(packets);
  return srtp_err_status_ok;
}

// Version 2 copies what it needs of the policy, key included, so the worker may destroy it right afterwards.
inline srtp_err_status_t srtp_create(srtp_t* session, srtp_policy_t policy) {
  const srtp_v2_policy_t* v2 = &policy->v2;
  return srtp_create(session, v2);
}

inline srtp_err_status_t srtp_stream_remove(srtp_t session, std::uint32_t ssrc) {
  return srtp_remove_stream(session, ssrc);
}

inline srtp_err_status_t srtp_protect(
    srtp_t session, const std::uint8_t* rtp, std::size_t rtpLength, std::uint8_t* srtp, std::size_t* srtpLength,
    std::size_t /*mkiIndex*/) {
  return shim::Transform(srtp_protect, session, rtp, rtpLength, srtp, srtpLength, SRTP_MAX_TRAILER_LEN);
}

inline srtp_err_status_t srtp_unprotect(
    srtp_t session, const std::uint8_t* srtp, std::size_t srtpLength, std::uint8_t* rtp, std::size_t* rtpLength) {
  return shim::Transform(srtp_unprotect, session, srtp, srtpLength, rtp, rtpLength, 0);
}

// RTCP packets get four bytes of index besides the trailer (RFC 3711, section 3.4).
inline srtp_err_status_t srtp_protect_rtcp(
    srtp_t session, const std::uint8_t* rtcp, std::size_t rtcpLength, std::uint8_t* srtcp, std::size_t* srtcpLength,
    std::size_t /*mkiIndex*/) {
  return shim::Transform(srtp_protect_rtcp, session, rtcp, rtcpLength, srtcp, srtcpLength, SRTP_MAX_TRAILER_LEN + 4);
}

inline srtp_err_status_t srtp_unprotect_rtcp(
    srtp_t session, const std::uint8_t* srtcp, std::size_t srtcpLength, std::uint8_t* rtcp, std::size_t* rtcpLength) {
  return shim::Transform(srtp_unprotect_rtcp, session, srtcp, srtcpLength, rtcp, rtcpLength, 0);
}
