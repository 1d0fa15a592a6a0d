namespace DigestBot.Attribution.Syntax;

/// <summary>What the tagger looks at: the word, its affixes and shape, two words to either side and the two tags before (after Ratnaparkhi 1996).</summary>
internal static class TaggerFeatures
{
    /// <summary>Most features of one word.</summary>
    public const int Most = 48;

    private const uint Before = 1;
    private const uint After = 2;

    /// <summary>Adds the features of the word at <paramref name="i"/> of <paramref name="sentence"/>, whose earlier words are tagged.</summary>
    public static void Add(ref FeatureKeys keys, Document document, Sentence sentence, int i)
    {
        var word = document.Word(i);
        var form = document.Tokens[i].Form;
        var shape = WordForm.Shape(word);
        AddWord(ref keys, word, form, shape | (i == sentence.First ? 256u : 0) | (Spacing(document, i) << 9));
        var last = Tag(document, sentence, i - 1);
        var lastTwo = (last << 8) | Tag(document, sentence, i - 2);
        AddContext(ref keys, document, sentence, i);
        keys.Add(30, last);
        keys.Add(31, lastTwo);
        keys.Add(32, last, form);
        keys.Add(33, lastTwo, form);
        keys.Add(34, last, WordForm.Affix(word, 3), shape);
        keys.Add(35, last, FormAt(document, sentence, i + 1));
        keys.Add(36, last, AffixAt(document, sentence, i + 1, 3));
        keys.Add(37, last, shape);
        keys.Add(38, Tag(document, sentence, i - 2), form);
    }

    private static void AddWord(ref FeatureKeys keys, ReadOnlySpan<char> word, uint form, uint shape)
    {
        keys.Add(1, form);
        keys.Add(2, form, shape);
        keys.Add(3, shape);
        keys.Add(4, WordForm.Affix(word, 1), shape);
        keys.Add(5, WordForm.Affix(word, 2));
        keys.Add(6, WordForm.Affix(word, 3));
        keys.Add(7, WordForm.Affix(word, 4));
        keys.Add(8, WordForm.Affix(word, 3), shape);
        keys.Add(9, WordForm.Affix(word, -1), shape);
        keys.Add(10, WordForm.Affix(word, -3));
        keys.Add(11, WordForm.Affix(word, 2), shape);
        keys.Add(12, WordForm.Affix(word, 5));
        keys.Add(13, WordForm.Affix(word, -2));
    }

    private static void AddContext(ref FeatureKeys keys, Document document, Sentence sentence, int i)
    {
        var form = FormAt(document, sentence, i);
        var before = FormAt(document, sentence, i - 1);
        var after = FormAt(document, sentence, i + 1);
        keys.Add(15, before);
        keys.Add(16, after);
        keys.Add(17, FormAt(document, sentence, i - 2));
        keys.Add(18, FormAt(document, sentence, i + 2));
        keys.Add(19, before, form);
        keys.Add(20, form, after);
        keys.Add(21, before, after);
        keys.Add(22, after, FormAt(document, sentence, i + 2));
        keys.Add(23, AffixAt(document, sentence, i + 1, 3), WordForm.Affix(document.Word(i), 2));
        keys.Add(24, AffixAt(document, sentence, i + 1, 2));
        keys.Add(25, AffixAt(document, sentence, i - 1, 3));
        keys.Add(26, ShapeAt(document, sentence, i + 1), WordForm.Shape(document.Word(i)));
        keys.Add(27, ShapeAt(document, sentence, i - 1), WordForm.Shape(document.Word(i)), ShapeAt(document, sentence, i + 1));
        keys.Add(28, FormAt(document, sentence, i - 2), before);
        keys.Add(29, FormAt(document, sentence, i + 3));
    }

    // Whether the word touches its neighbours: it tells a hyphen from a dash and an opening mark from a closing one.
    private static uint Spacing(Document document, int i)
    {
        var tokens = document.Tokens;
        var (start, end) = (tokens[i].Start, tokens[i].End);
        if (char.IsLetterOrDigit(document.Text[start]))
        {
            return 0;
        }

        var touchesBefore = start > 0 && !Tokenizer.IsSpace(document.Text[start - 1]) ? Before : 0;
        return touchesBefore | (end < document.Text.Length && !Tokenizer.IsSpace(document.Text[end]) ? After : 0);
    }

    private static uint Tag(Document document, Sentence sentence, int i) => i < sentence.First ? 0xffu : document.Tokens[i].TagCode;

    private static uint FormAt(Document document, Sentence sentence, int i) =>
        i < sentence.First ? 1u : i >= sentence.Last ? 2u : document.Tokens[i].Form;

    private static uint AffixAt(Document document, Sentence sentence, int i, int length) =>
        i < sentence.First ? 1u : i >= sentence.Last ? 2u : WordForm.Affix(document.Word(i), length);

    private static uint ShapeAt(Document document, Sentence sentence, int i) =>
        i < sentence.First ? 1024u : i >= sentence.Last ? 2048u : WordForm.Shape(document.Word(i));
}
