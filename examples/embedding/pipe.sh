#!/bin/sh
# A shell: the total of one person; NDJSON in, NDJSON out.
printf '%s\n' '{"id":"P1","person":{"sex":"male","birth":"1966-01-15","group":"civil-servant"},"leaving":{"route":"early-retirement","date":"2025-05-01","reorganisation":"2025-03-01"},"insurance":{"years":22},"salary":{"monthly":"15356250"}}' |
  "${ND178:-nd178}" batch - -o - --from ndjson --to ndjson --quiet |
  sed -n 's/.*"total":"\([0-9]*\)".*/\1/p'
