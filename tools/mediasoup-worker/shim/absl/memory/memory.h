// abseil itself is an alias of the standard library here, since C++17.
#pragma once
#include <memory>
namespace absl {
using std::make_unique;
}
