using DigestBot.Attribution;
using DigestBot.Training.Annotations;

namespace DigestBot.Training.Speakers;

/// <summary>Counts, for each kind of mention, how many were resolved to the person annotated.</summary>
internal sealed class SpeakersTally
{
    private readonly Dictionary<string, (int Right, int All)> _counts = [];

    /// <summary>Counts one article; writes what is wrong to <paramref name="details"/>.</summary>
    public void Add(CorpusArticle article, ResolvedArticle resolved, TextWriter details)
    {
        var people = resolved.Resolution.Speakers.Select(speaker => PersonOf(speaker, article)).ToList();
        var speakers = article.Attributions.SelectMany(attribution => attribution.Speaker).ToHashSet();
        foreach (var mention in article.Mentions.DistinctBy(mention => mention.Span).Where(mention => IsNamed(article, mention)))
        {
            var words = mention.Span.Of(article.Text);
            var found = Find(resolved, mention.Span);
            var isRight = found is not null && people[found.Id] == mention.Person;
            var kind = KindOf(words, article.People.First(person => person.Key == mention.Person));
            Count(kind + (speakers.Contains(mention.Span) ? ", speaking" : ", mentioned"), isRight);
            if (!isRight)
            {
                var start = Math.Max(0, mention.Span.Start - 60);
                var context = article.Text[start..mention.Span.Start].ReplaceLineEndings(" ");
                details.WriteLine($"{kind} {article.Id}: …{context}[{words}] is {NameOf(article, mention.Person)}, resolved to {found?.Name ?? "nobody"} ({(found is null ? "" : NameOf(article, people[found.Id]))})");
            }
        }
    }

    /// <summary>One line a kind.</summary>
    public IEnumerable<string> Describe() => _counts.OrderBy(pair => pair.Key)
        .Select(pair => $"{pair.Key}: {pair.Value.Right} of {pair.Value.All} right ({100.0 * pair.Value.Right / pair.Value.All:F1} %)");

    // Somebody whom the article calls by a pronoun only cannot be found.
    private static bool IsNamed(CorpusArticle article, AnnotatedMention mention) =>
        article.Mentions.Any(other => other.Person == mention.Person && !Pronoun.TryRead(other.Span.Of(article.Text), out _) && other.Span.Of(article.Text) is not ("who" or "which"));

    private void Count(string kind, bool isRight)
    {
        var (right, all) = _counts.GetValueOrDefault(kind);
        _counts[kind] = (right + (isRight ? 1 : 0), all + 1);
    }

    private static string? NameOf(CorpusArticle article, string? key) => article.People.FirstOrDefault(person => person.Key == key)?.Name;

    private static string KindOf(string words, CorpusPerson person)
    {
        if (Pronoun.TryRead(words, out var pronoun))
        {
            return pronoun.IsFirstPerson ? "pronoun, first person" : pronoun.Gender != Gender.Unknown ? "pronoun, he or she" : "pronoun, they or it";
        }

        return words is "who" or "which" or "that" or "whose" ? "relative pronoun" : person.Kind is "m" or "f" ? words.Any(char.IsUpper) ? "person, by name" : "person, by noun" : "body or group";
    }

    // The speaker that covers the mention's main word, else one that overlaps it.
    private static Speaker? Find(ResolvedArticle resolved, TextSpan span)
    {
        var head = SpeakersCommand.HeadOf(resolved.Document, span);
        var start = head >= 0 ? resolved.Document.Tokens[head].Start : span.Start;
        Speaker? best = null;
        var shortest = int.MaxValue;
        foreach (var speaker in resolved.Resolution.Speakers)
        {
            foreach (var mention in speaker.Mentions)
            {
                var length = mention.Span.Length + (mention.Span.Contains(start) ? 0 : mention.Span.Overlaps(span) ? 10_000 : 1_000_000);
                if (length < 1_000_000 && length < shortest)
                {
                    (best, shortest) = (speaker, length);
                }
            }
        }

        return best;
    }

    // The person that most of the speaker's names and nouns are annotated as.
    private static string? PersonOf(Speaker speaker, CorpusArticle article) =>
        speaker.Mentions.Where(mention => !mention.IsPronoun)
            .Select(mention => article.Mentions.Where(other => other.Span.Overlaps(mention.Span))
                .OrderByDescending(other => Math.Min(other.Span.End, mention.Span.End) - Math.Max(other.Span.Start, mention.Span.Start))
                .ThenBy(other => Math.Abs(other.Span.Start - mention.Span.Start) + Math.Abs(other.Span.End - mention.Span.End)).FirstOrDefault()?.Person)
            .Where(person => person is not null)
            .GroupBy(person => person)
            .OrderByDescending(group => group.Count())
            .FirstOrDefault()?.Key;
}
