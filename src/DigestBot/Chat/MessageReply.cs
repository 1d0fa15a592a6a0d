using System.Text.RegularExpressions;
using DigestBot.Answers;
using DigestBot.Attribution;
using DigestBot.Storage;

namespace DigestBot.Chat;

/// <summary>"Who said what here?" asked of somebody's message: of the story that it links to, if that is in the archive, else of its own text.</summary>
internal static partial class MessageReply
{
    private const int LongestText = 40_000;
    private const int MostLinks = 5;

    /// <summary>The lines; nothing of the message is stored, and no address in it is opened.</summary>
    public static async Task<Reply> OfAsync(Archive archive, Command command, CancellationToken cancel)
    {
        string text = command.Text.Length <= LongestText ? command.Text : command.Text[..LongestText];
        string[] links = [.. Link().Matches(text).Select(m => m.Value.TrimEnd('.', ',', ')', '>')).Distinct().Take(MostLinks)];
        foreach (string link in links)
        {
            if (await archive.Store.StoryAtAsync(command.Workspace, link, cancel) is { } story)
                return await StoryReply.WholeAsync(archive, command, story.Id, story.Title, cancel) with { IsPrivate = true };
        }
        AnswerLine[] lines = [.. Lines(text)];
        return (lines.Length, links.Length) switch
        {
            ( > 0, _) => new Reply { Text = "Who says what in this message:", Sections = [new ReplySection { Lines = lines }], IsPrivate = true },
            (_, > 0) => Nothing("The story behind this link is not in the archive, and the message itself tells nothing that anybody says."),
            _ => Nothing("Nobody says anything in this message, as far as I can read."),
        };
    }

    private static Reply Nothing(string text) => new() { Text = text, Found = false, IsPrivate = true };

    private static IEnumerable<AnswerLine> Lines(string text)
    {
        Reading reading = StatementExtractor.Default.Read(text);
        foreach (Statement said in reading.Statements)
        {
            yield return new AnswerLine
            {
                Speaker = Speaker(text, reading, said),
                Act = said.Act,
                IsNegated = said.IsNegated,
                Kind = said.Kind,
                Content = Spans.Content(text, said.ContentSpans),
                // In no story: a line without a footnote.
                Citation = new Citation { StoryId = "", Title = "", Spans = said.ContentSpans },
            };
        }
    }

    private static string Speaker(string text, Reading reading, Statement said) =>
        said.SpeakerId is { } id ? reading.Speakers[id].Name : said.SpeakerSpans.Count > 0 ? Spans.Content(text, said.SpeakerSpans) : "somebody";

    [GeneratedRegex(@"https?://[^\s<>|""]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
