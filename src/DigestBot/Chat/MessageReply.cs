using System.Security.Cryptography;
using System.Text;
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
    private const int MostRemembered = 500;

    /// <summary>Where messages are remembered until their pages have been turned.</summary>
    public static ShortMemory<string> Memory(TimeProvider clock) => new(TimeSpan.FromMinutes(15), MostRemembered, clock);

    /// <summary>A page of the lines. No address in the message is opened, and it is stored nowhere: where it has more pages, memory alone holds it a while.</summary>
    public static async Task<Reply> OfAsync(Archive archive, Command command, CancellationToken cancel)
    {
        var user = command.User ?? "";
        // A button has no room for a message: it holds the name under which it is remembered.
        if ((command.IsPressed ? archive.Messages.Find(command.Workspace, user, command.Text) : Beginning(command.Text)) is not { } text)
        {
            return Nothing("I do not remember this message any more: choose “Who said what here?” on it again.");
        }

        string[] links = [.. Link().Matches(text).Select(m => m.Value.TrimEnd('.', ',', ')', '>', '!', '?', ';', ':')).Distinct().Take(MostLinks)];
        foreach (var link in links)
        {
            if (await archive.Store.StoryAtAsync(command.Workspace, link, cancel) is { } story)
            {
                return await ToldAsync(archive, command with { Verb = "story", Text = story.Id }, story.Title, cancel);
            }
        }
        AnswerLine[] lines = [.. Lines(text)];
        if (lines.Length == 0)
        {
            return Nothing(links.Length > 0 ? "The story behind this link is not in the archive, and the message itself tells nothing that anybody says." : "Nobody says anything in this message, as far as I can read.");
        }

        var name = NameOf(text);
        if (lines.Length > Pager.Lines)
        {
            archive.Messages.Keep(command.Workspace, user, name, text);
        }

        return Pager.Cut(new Reply { Text = "Who says what in this message:", Sections = [new ReplySection { Lines = lines }], IsPrivate = true }, command with { Text = name });
    }

    /// <summary>The story, whose pages and buttons need no message any more.</summary>
    private static async Task<Reply> ToldAsync(Archive archive, Command story, string title, CancellationToken cancel)
    {
        var whole = await StoryReply.WholeAsync(archive, story, story.Text, title, cancel);
        return LineButtons.PutUnder(Pager.Cut(whole, story), story) with { IsPrivate = true };
    }

    private static string Beginning(string text) => text.Length <= LongestText ? text : text[..LongestText];

    private static string NameOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));

    private static Reply Nothing(string text) => new() { Text = text, Found = false, IsPrivate = true };

    private static IEnumerable<AnswerLine> Lines(string text)
    {
        var reading = StatementExtractor.Default.Read(text);
        foreach (var said in reading.Statements)
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
