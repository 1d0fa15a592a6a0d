using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>One more way to take a question.</summary>
/// <param name="Asked">What is asked, taken so.</param>
/// <param name="Scope">Where it is to be looked for.</param>
/// <param name="Notice">A sentence on what a word was taken for, with a blank behind it; "" for none.</param>
internal sealed record OtherReading(Question Asked, Scope Scope, string Notice);

/// <summary>The other ways to take a question to which nothing answers as it stands, the plainest first.</summary>
internal sealed class OtherReadings(SpeakerFinder speakerFinder)
{
    private const int LongestTitle = 4;

    /// <summary>Each is worked out only when the ones before it have failed.</summary>
    public async IAsyncEnumerable<OtherReading> OfAsync(ReadQuestion read, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        (var asked, var scope, _, _) = read;
        if (asked.AsMatter is { } matter)
        {
            yield return new OtherReading(matter, scope, "");
        }
        // "Khatib's conditions for talks": nothing demanded, but what he says with an "if".
        if (asked.IsByNoun && asked.Verb is "condition" or "conditions")
        {
            yield return new OtherReading(asked with { Act = ActWords.Any, Verb = "say", Form = QuestionForm.Condition }, scope, "");
        }

        // "What does Lavrov insist on?": where nothing is demanded so, what he insists is true.
        if (asked.Act is { Breadth: ActBreadth.Act } && asked.Verb.Split(' ') is [var bare, _] && ActWords.OwnOf(bare) is { } own)
        {
            yield return new OtherReading(asked with { Act = own, Verb = bare }, scope, "");
        }

        // "How much will the fees rise in July": not a story of July, but one that tells of it.
        if (asked.DayWords.Count > 0 && scope.Filter.Since == asked.Since && scope.Filter.Until == asked.Until)
        {
            yield return new OtherReading(
                asked with { Since = null, Until = null, Topic = [.. asked.Topic.Concat(asked.DayWords).Distinct(StringComparer.Ordinal)], Indispensable = asked.Indispensable.Concat(asked.DayWords).ToHashSet(StringComparer.Ordinal) },
                scope with { Filter = scope.Filter with { Since = null, Until = null } }, "");
        }
        // "What did Lind say about the mayor": stories name whom they mean.
        if (asked.Topic.Count is > 0 and <= LongestTitle && await HolderAsync(scope, asked, cancel) is { } holder)
        {
            string[] name = [TextWords.Of(holder.Name).Last()];
            yield return new OtherReading(asked with { Topic = name, About = holder.Name, Indispensable = name.ToHashSet(StringComparer.Ordinal) }, scope, $"“{asked.TopicAsTyped}” is taken for {holder.Name}. ");
        }
    }

    /// <summary>The one holder of the title that is asked about; null where it is none, or several hold it.</summary>
    private async Task<StoredSpeaker?> HolderAsync(Scope scope, Question asked, CancellationToken cancel)
    {
        var title = string.Join(' ', asked.Topic);
        var found = await speakerFinder.FindTitledAsync(scope, title, cancel);
        return found.Speakers is [var holder] && !TextWords.Of(holder.Name).Any(asked.Topic.Contains) ? holder : null;
    }
}
