return await DigestBot.Terminal.CommandLine.RunAsync(args);
