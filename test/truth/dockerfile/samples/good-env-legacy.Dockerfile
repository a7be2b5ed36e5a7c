FROM alpine:3.23
ENV NAME the whole  rest = here
