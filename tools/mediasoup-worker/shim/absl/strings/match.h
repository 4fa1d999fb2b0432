// Included by libwebrtc's estimation, which uses nothing of it in the sources that are compiled.
#pragma once
