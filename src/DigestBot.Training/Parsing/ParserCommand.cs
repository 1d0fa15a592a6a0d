using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using DigestBot.Attribution.Syntax;

namespace DigestBot.Training.Parsing;

/// <summary>
/// <c>parser FOLDER</c>: trains tagger and parser on the treebanks of a folder, measures them on sentences kept out, and writes the model that ships.
/// </summary>
internal sealed class ParserCommand(string folder, string resources)
{
    private const string TrainingFile = "train.conllu";
    private static readonly string[] _developmentFiles = ["ewt_dev.conllu", "gum_dev.conllu"];

    /// <summary>Trains, measures and writes.</summary>
    /// <exception cref="FileNotFoundException">The folder lacks a treebank.</exception>
    public void Run()
    {
        var all = Treebank.Read(File.ReadLines(Path.Combine(folder, TrainingFile)));
        var news = all.Where(IsHeldOutNews).ToList();
        var development = _developmentFiles.Select(name => (name, Treebank.Read(File.ReadLines(Path.Combine(folder, name))))).ToList();
        var clock = Stopwatch.StartNew();
        var measured = Measure(GrammarTrainer.Train([.. all.Where(sentence => !IsHeldOutNews(sentence))], TrainingRounds.Full), [("news", news), .. development]);
        Console.WriteLine($"trained and measured in {clock.Elapsed.TotalSeconds:F0} s");
        var everything = all.Concat(development.SelectMany(part => part.Item2)).ToList();
        Write(GrammarTrainer.Train(everything, TrainingRounds.Full), measured);
        Console.WriteLine($"written after {clock.Elapsed.TotalSeconds:F0} s");
    }

    // Every third article of GUM's Wikinews part.
    private static bool IsHeldOutNews(TreebankSentence sentence)
    {
        const string genre = "GUM_news_";
        return sentence.Source.StartsWith(genre, StringComparison.Ordinal)
            && SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(sentence.Source))[0] % 3 == 0;
    }

    private static List<string> Measure(byte[] model, IReadOnlyList<(string Name, List<TreebankSentence> Sentences)> parts)
    {
        using var reader = new BinaryReader(new MemoryStream(model));
        var grammar = Grammar.Read(reader);
        var lines = new List<string>();
        foreach (var (name, sentences) in parts)
        {
            var evaluation = new Evaluation();
            foreach (var sentence in sentences)
            {
                grammar.TagAndParse(sentence.Document, sentence.Whole);
                evaluation.Add(sentence);
            }

            lines.Add($"{name,-16}{evaluation.Summary()}");
            lines.Add("                " + evaluation.Relations("nsubj", "ccomp", "parataxis", "appos", "conj", "acl:relcl", "obj", "obl", "nmod", "xcomp"));
        }

        lines.ForEach(Console.WriteLine);
        return lines;
    }

    private void Write(byte[] model, List<string> measured)
    {
        var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(model);
        }

        File.WriteAllBytes(Path.Combine(resources, Grammar.ModelName), compressed.ToArray());
        var sums = new[] { TrainingFile }.Concat(_developmentFiles).Select(name => $"{Sum(name)}  {name}");
        File.WriteAllLines(Path.Combine(resources, "grammar.txt"),
        [
            "grammar.model: tagger and parser, trained by `dotnet run --project src/DigestBot.Training -c Release -- parser FOLDER`.",
            "Licence: CC BY-SA 4.0; see NOTICE for the treebanks and their authors.",
            "",
            "SHA-256 of the training files:",
            .. sums,
            "",
            "Measured on sentences kept out (gold tokens; every third Wikinews article of GUM, and the two development files); the model",
            "that ships is trained on those as well:",
            .. measured,
        ]);
        Console.WriteLine($"{Grammar.ModelName}: {compressed.Length.ToString("N0", CultureInfo.InvariantCulture)} bytes");
    }

    private string Sum(string name)
    {
        using var file = File.OpenRead(Path.Combine(folder, name));
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
