FROM alpine:3.23 AS 1st
