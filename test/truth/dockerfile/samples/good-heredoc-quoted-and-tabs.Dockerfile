FROM alpine:3.23
RUN <<-"END"
	echo $HOME
	END
RUN true
