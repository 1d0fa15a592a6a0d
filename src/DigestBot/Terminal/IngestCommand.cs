using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DigestBot.Attribution;
using DigestBot.Storage;
using DigestBot.Stories;
using Spectre.Console;

namespace DigestBot.Terminal;

/// <summary>Stores files, folders or standard input in the archive.</summary>
internal static class IngestCommand
{
    // Less is stored before a bar could be read.
    private const long BytesForBar = 200_000;

    private static readonly Argument<string[]> _paths = new("PATH") { Description = "Files or folders of stories, or - for standard input", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> _published = new("--published") { Description = "When they were published (2012-12-29), whatever they say themselves; a year alone (2012) completes their datelines", HelpName = "DATE" };
    private static readonly Option<string?> _outlet = new("--outlet") { Description = "Who published them, whatever they say themselves", HelpName = "NAME" };
    private static readonly Option<bool> _json = new("--json") { Description = "Write the summary as JSON" };
    private static readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Name each story on the error output once it is safe in the archive" };

    public static Command Create()
    {
        Command command = new("ingest", "Store stories in the archive") { _paths, _published, _outlet, _json, _verbose };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var hints = HintsOf(parsed);
        var settings = SettingsReader.Read(parsed);
        var paths = parsed.GetRequiredValue(_paths);
        if (paths.FirstOrDefault(p => p != "-" && !File.Exists(p) && !Directory.Exists(p)) is { } missing)
        {
            return CommandLine.Fail($"there is no file or folder {missing}.");
        }

        List<string> files = [.. paths.SelectMany(p => p == "-" ? ["-"] : StoryFiles.Find(p))];
        using Store store = new(SettingsReader.ArchivePath(settings), TimeProvider.System);
        var summary = await IngestAsync(new Ingester(store, StatementExtractor.Default), files, hints, parsed.GetValue(_verbose) ? Tell : null, cancel);
        Write(summary, parsed.GetValue(_json));
        if (summary.Refused.Count > 0)
        {
            return 2;
        }

        return summary.Stored + summary.Updated + summary.Known > 0 ? 0 : 1;
    }

    private static StoryHints HintsOf(ParseResult parsed)
    {
        var published = parsed.GetValue(_published);
        int? year = published is { Length: 4 } && int.TryParse(published, CultureInfo.InvariantCulture, out var y) ? y : null;
        var date = StoryDates.Parse(published);
        if (published is not null && date is null && year is null)
        {
            throw new SettingsException($"'{published}' is no date; write it like --published 2012-12-29.");
        }

        return new StoryHints { Published = date, Year = year, Outlet = parsed.GetValue(_outlet) };
    }

    private static async Task<IngestSummary> IngestAsync(Ingester ingester, List<string> files, StoryHints hints, Action<IngestedStory>? tell, CancellationToken cancel)
    {
        var batches = files.SelectMany(file => StoryInput.Read(file, hints));
        var bytes = files.Sum(file => file == "-" ? 0 : new FileInfo(file).Length);
        if (bytes < BytesForBar || Console.IsErrorRedirected || tell is not null)
        {
            return await ingester.IngestAsync(batches, Feed.Terminal, tell, cancel);
        }

        var errors = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await errors.Progress().StartAsync(async context =>
        {
            var bar = context.AddTask("Reading stories", maxValue: bytes);
            var counted = batches.Select(batch =>
            {
                bar.Increment(batch.Bytes);
                return batch;
            });
            return await ingester.IngestAsync(counted, Feed.Terminal, cancel: cancel);
        });
    }

    private static void Tell(IngestedStory done) =>
        Console.Error.WriteLine(done.Story is { } story ? $"{done.Result.ToString()!.ToLowerInvariant()} {story.Id} {story.Title}" : $"refused {done.Refusal!.Name}");

    private static void Write(IngestSummary summary, bool json)
    {
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(summary, IngestJson.Default.IngestSummary));
            return;
        }
        foreach (var refusal in summary.Refused)
        {
            Console.Error.WriteLine($"refused {refusal.Name}: {refusal.Why}");
        }

        var updated = summary.Updated > 0 ? $", {summary.Updated} updated" : "";
        Console.Out.WriteLine($"{summary.Stored} stored{updated}, {summary.Known} known already, {summary.Refused.Count} refused");
    }
}

[System.Text.Json.Serialization.JsonSourceGenerationOptions(PropertyNamingPolicy = System.Text.Json.Serialization.JsonKnownNamingPolicy.CamelCase)]
[System.Text.Json.Serialization.JsonSerializable(typeof(IngestSummary))]
internal sealed partial class IngestJson : System.Text.Json.Serialization.JsonSerializerContext;
