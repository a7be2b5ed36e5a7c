ARG WANTED=linux/amd64
FROM --platform=linux/amd64 scratch AS a
FROM --platform=linux/amd64 scratch AS tools-amd64
FROM --platform=linux scratch AS linux
FROM --platform=$WANTED scratch AS b
FROM --platform=$TARGETPLATFORM scratch AS c
FROM --platform=${TARGETPLATFORM:-linux/arm64} scratch AS d
FROM --platform=$TARGETOS/$TARGETARCH scratch AS e
FROM --platform=$BUILDPLATFORM scratch AS f
FROM \
  --platform=linux/x86_64 scratch AS g
