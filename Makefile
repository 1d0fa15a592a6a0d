.PHONY: build test lint run ask exam bench

QUESTION ?= what did Khatib demand?
SHARED   ?= ../shared
DIGESTBOT = dotnet run --project src/DigestBot -c Release --no-build --

build:            ## everything, warnings are errors
	dotnet build -c Release

test:             ## all tests
	dotnet test

lint:             ## style and analyzers, without changing anything
	dotnet format --verify-no-changes --severity warn

run: build        ## the bot: console at http://localhost:5080
	$(DIGESTBOT)

ask: build        ## make ask QUESTION="who wants an apology?"
	$(DIGESTBOT) ask "$(QUESTION)"

exam: build       ## the development sets: needs SHARED and python3
	@mkdir -p artifacts
	$(DIGESTBOT) read --jsonl $(SHARED)/exam/polnear_dev.jsonl > artifacts/read.jsonl
	python3 $(SHARED)/exam/score.py $(SHARED)/exam/polnear_dev.jsonl artifacts/read.jsonl
	rm -rf artifacts/exam
	$(DIGESTBOT) ingest --data artifacts/exam $(SHARED)/exam/polnear_dev.jsonl
	$(DIGESTBOT) ask --data artifacts/exam --batch $(SHARED)/exam/polnear_dev_questions.jsonl > artifacts/answers.jsonl
	python3 $(SHARED)/exam/score_answers.py $(SHARED)/exam/polnear_dev.jsonl $(SHARED)/exam/polnear_dev_questions.jsonl artifacts/answers.jsonl

BENCHMARKS = dotnet run --project tests/DigestBot.Benchmarks -c Release --no-build --

bench: build      ## speed of reading and of answering
	$(BENCHMARKS) attribution
	$(BENCHMARKS) ask
