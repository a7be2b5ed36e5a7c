FROM alpine:3.23 AS a
FROM alpine:3.23 AS A
