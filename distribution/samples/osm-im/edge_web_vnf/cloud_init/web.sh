#!/bin/sh
# Telamon sample: answers every request with the name of the machine
mkdir -p /var/www
hostname > /var/www/index.html
