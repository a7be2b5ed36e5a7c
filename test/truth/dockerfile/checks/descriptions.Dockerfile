# check=experimental=InvalidDefinitionDescription
# something else
ARG VERSION=1
# VERSION again
ARG VERSION=2

# apart

ARG OTHER=1
# another thing
#
ARG THIRD=1
# not it
FROM scratch AS Build
# build is it
FROM scratch AS build2
# B is there
ARG A=1 B=2
# none
ARG C=1 D=2
# anything
FROM scratch
