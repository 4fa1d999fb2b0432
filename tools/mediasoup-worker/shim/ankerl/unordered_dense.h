// The worker's hash tables come from a header that upstream downloads. The standard library's offer the same interface.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace ankerl::unordered_dense {

// std::hash leaves numbers as they are, and the worker combines hashes in a way that wants their bits well mixed.
template <typename T>
struct hash {
  std::size_t operator()(const T& value) const noexcept {
    if constexpr (std::is_pointer_v<T>) {
      return Mix(reinterpret_cast<std::uintptr_t>(value));
    } else if constexpr (std::is_integral_v<T> || std::is_enum_v<T>) {
      return Mix(static_cast<std::uint64_t>(value));
    } else {
      return std::hash<T>{}(value);
    }
  }

 private:
  // Multiplication by 2^64 divided by the golden ratio carries low bits up; the shifts carry high bits down.
  static std::size_t Mix(std::uint64_t bits) noexcept {
    bits = (bits ^ (bits >> 32)) * UINT64_C(0x9E3779B97F4A7C15);
    return static_cast<std::size_t>(bits ^ (bits >> 32));
  }
};

template <typename Key, typename Value, typename Hash = hash<Key>, typename Equal = std::equal_to<Key>>
using map = std::unordered_map<Key, Value, Hash, Equal>;

template <typename Key, typename Hash = hash<Key>, typename Equal = std::equal_to<Key>>
using set = std::unordered_set<Key, Hash, Equal>;

}  // namespace ankerl::unordered_dense
