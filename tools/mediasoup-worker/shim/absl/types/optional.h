// abseil itself is an alias of the standard library here, since C++17.
#pragma once
#include <optional>
namespace absl {
using std::make_optional;
using std::nullopt;
using std::nullopt_t;
using std::optional;
}  // namespace absl
