#!/bin/sh
# Telamon sample: nothing to install
exit 0
