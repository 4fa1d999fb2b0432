// abseil itself is an alias of the standard library here, since C++17.
#pragma once
#include <string_view>
namespace absl {
using std::string_view;
}
