FROM alpine:3.23
ARG v=a.tar.gz
ENV A=${v:-x} B=${v-x} C=${v:+x} D=${v+x} E=${v#a.} F=${v##*.} G=${v%.gz} H=${v%%.*} I=${v/a/b} J=${v//a/b} K=${x:-${v:-y}}
