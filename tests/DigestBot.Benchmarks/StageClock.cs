using DigestBot.Attribution;
using DigestBot.Attribution.Contents;
using DigestBot.Attribution.Cues;
using DigestBot.Attribution.Judging;
using DigestBot.Attribution.Quotations;
using DigestBot.Attribution.Syntax;

namespace DigestBot.Benchmarks;

/// <summary>
/// The stages of <see cref="StatementExtractor.Read"/> one after the other over many stories, with the processor's time and the bytes that each takes.
/// The processor's time and not the clock's: others may use the machine.
/// </summary>
internal sealed class StageClock
{
    private readonly Dictionary<string, (TimeSpan Time, long Bytes)> _stages = [];

    /// <summary>Each stage in order, with its time and the bytes that it allocated.</summary>
    public IReadOnlyDictionary<string, (TimeSpan Time, long Bytes)> Stages => _stages;

    /// <summary>Takes <paramref name="texts"/> through all stages together, so that the clock is read once for many of them.</summary>
    public void Run(IReadOnlyList<string> texts)
    {
        Document[] documents = [.. texts.Select(t => new Document(t))];
        var cues = new List<Cue>[documents.Length];
        var drafts = new List<Draft>[documents.Length];
        Time("tokens, sentences, tags", i => Grammar.Default.Tag(documents[i]));
        Time("parses", i => Parse(documents[i]));
        Time("quotations", i => documents[i].Quoted = QuotedText.Of(documents[i]));
        Time("cues", i =>
        {
            MisreadVerbs.Mend(documents[i], CueLexicon.Default);
            cues[i] = CueFinder.Find(documents[i], CueLexicon.Default);
        });
        Time("contents", i => drafts[i] = ContentFinder.Find(new Surroundings(documents[i], cues[i])));
        Time("judge", i => drafts[i] = Judge.Default.Decide(documents[i], drafts[i]));
        Time("speakers, acts", i => StatementWriter.Write(documents[i], drafts[i]));

        void Time(string stage, Action<int> step)
        {
            var start = Environment.CpuUsage.TotalTime;
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < documents.Length; i++)
            {
                step(i);
            }

            var before = _stages.GetValueOrDefault(stage);
            _stages[stage] = (before.Time + Environment.CpuUsage.TotalTime - start, before.Bytes + GC.GetAllocatedBytesForCurrentThread() - bytes);
        }
    }

    private static void Parse(Document document)
    {
        for (var i = 0; i < document.Sentences.Length; i++)
        {
            Grammar.Default.Parse(document, i);
        }
    }
}
