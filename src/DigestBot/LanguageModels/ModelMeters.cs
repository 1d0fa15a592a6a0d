using System.Diagnostics.Metrics;
using DigestBot.LanguageModels.Checking;

namespace DigestBot.LanguageModels;

/// <summary>
/// What became of the model's sentences, as figures: digestbot.prose.answers by outcome, digestbot.prose.dropped by reason. Tokens and latency
/// are counted by the library's middleware under the same name.
/// </summary>
internal sealed class ModelMeters : IDisposable
{
    /// <summary>Name of the source of traces and of the meter.</summary>
    public const string Name = "DigestBot.LanguageModels";

    private readonly Meter meter = new(Name);
    private readonly Counter<long> answers;
    private readonly Counter<long> dropped;

    public ModelMeters()
    {
        answers = meter.CreateCounter<long>("digestbot.prose.answers", "{answer}", "Answers for which prose was asked, by outcome");
        dropped = meter.CreateCounter<long>("digestbot.prose.dropped", "{sentence}", "Sentences that did not agree with what they cite, by reason");
    }

    public void Answered(string outcome) => answers.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Dropped(Fault fault) => dropped.Add(1, new KeyValuePair<string, object?>("reason", fault.ToString().ToLowerInvariant()));

    public void Dispose() => meter.Dispose();
}
