FROM alpine:3.23
CMD ["a", 1]
