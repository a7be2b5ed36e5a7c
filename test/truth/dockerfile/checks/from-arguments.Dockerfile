ARG BASE=scratch
FROM ${BASE} AS a
FROM ${BASE:-alpine} AS b
FROM ${NOWHERE:-scratch} AS c
FROM --platform=linux/amd64${NOBODY} scratch AS amd64
