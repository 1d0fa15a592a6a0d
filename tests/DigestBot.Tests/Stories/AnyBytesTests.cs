using System.Text;
using CsCheck;
using DigestBot.Stories;

namespace DigestBot.Tests.Stories;

public sealed class AnyBytesTests
{
    private static readonly Gen<string> _names = OneOf("x.txt", "x.md", "x.html", "x.json", "x.jsonl", "x");

    private static readonly string[] _pieces =
    [
        "---\n", "title: x\n", "date: 2012-12-29\n", "\n\n", "{", "}", "[", "]", "\"text\":", "\"x\"", ",", "\\ud800", "\\u0000", "<p>", "</p>", "<div>", "<script>",
        "<meta charset=x>", "MOSCOW, December 29 (RIA Novosti) – Russia", "Leave a comment", "“He said”", "> ", "# ", "*", "![", "](", "&amp;", "\uFEFF", "\r\n", " ", "ü", "😀",
    ];

    private static readonly Gen<string> _soup = OneOf(_pieces).Array[0, 30].Select(string.Concat);

    [Fact]
    public void Are_a_story_or_a_refusal_and_never_an_exception() =>
        Gen.Select(_names, Gen.Byte.Array[0, 300]).Sample((name, bytes) => HoldsStoriesOrRefusals(StoryReader.Read(name, bytes)), iter: 3000);

    [Fact]
    public void Of_broken_formats_are_a_story_or_a_refusal_and_never_an_exception() =>
        Gen.Select(_names, _soup).Sample((name, text) => HoldsStoriesOrRefusals(StoryReader.Read(name, Encoding.UTF8.GetBytes(text))), iter: 3000);

    [Fact]
    public void Read_as_a_stream_are_what_they_are_at_once() =>
        Gen.Select(_names, _soup).Sample((name, text) =>
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var atOnce = StoryReader.Read(name, bytes);
            var streamed = StoryBatch.Of(StoryStream.Read(new MemoryStream(bytes), name));
            return atOnce.Stories.SequenceEqual(streamed.Stories) && (atOnce.Refused.Count == 0) == (streamed.Refused.Count == 0) | name is "x.jsonl";
        }, iter: 2000);

    [Fact]
    public void Of_plain_text_are_kept_as_one_piece() =>
        _soup.Where(text => !string.IsNullOrWhiteSpace(text)).Sample(text =>
            text.Replace("\r\n", "\n", StringComparison.Ordinal).Contains(PlainStory.Kept(text), StringComparison.Ordinal), iter: 2000);

    private static Gen<string> OneOf(params string[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);

    private static bool HoldsStoriesOrRefusals(StoryBatch batch) =>
        batch.Stories.All(s => s.Text.Length > 0 && s.Title.Length > 0 && s.Id.Length > 0) && batch.Refused.All(r => r.Name.Length > 0 && r.Why.Length > 0);
}
