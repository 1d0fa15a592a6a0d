using System.Text.Encodings.Web;
using System.Text.Json;
using DigestBot.Attribution;

namespace DigestBot.Training.Annotations;

/// <summary>Writes articles in the exam's form: one JSON object a line, spans as UTF-16 positions into the text, end exclusive.</summary>
internal static class CorpusJson
{
    // Readable for people: the files are data, never part of a page.
    private static readonly JsonSerializerOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Line(CorpusArticle article) => JsonSerializer.Serialize(new
    {
        id = article.Id,
        title = article.Header.GetValueOrDefault("title"),
        date = article.Header.GetValueOrDefault("date"),
        licence = article.Header.GetValueOrDefault("licence"),
        part = article.IsTest ? "test" : "train",
        text = article.Text,
        people = article.People.Select(person => new { key = person.Key, name = person.Name, kind = person.Kind, description = person.Description }),
        mentions = article.Mentions.Select(mention => new { person = mention.Person, span = Pair(mention.Span) }),
        quotes = article.Attributions.Select(attribution => Quote(article, attribution)),
    }, _options);

    private static object Quote(CorpusArticle article, AnnotatedAttribution attribution) => new
    {
        aid = attribution.Id,
        speaker = article.People.FirstOrDefault(person => person.Key == attribution.Person)?.Name,
        person = attribution.Person,
        speaker_spans = attribution.Speaker.Select(Pair),
        cue_spans = attribution.Cue.Select(Pair),
        content_spans = attribution.Content.Select(Pair),
        type = QuotationMarks.KindOf(article.Text, attribution.Content).ToString().ToLowerInvariant(),
        act = attribution.Act.ToString(),
        nested = article.Attributions.Any(attribution.IsNestedIn),
    };

    private static int[] Pair(TextSpan span) => [span.Start, span.End];
}
