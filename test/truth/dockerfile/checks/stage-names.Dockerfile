FROM scratch AS Build
FROM scratch as build
FROM scratch AS context
FROM scratch \
  AS Scratch
