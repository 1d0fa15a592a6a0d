namespace DigestBot.Attribution;

/// <summary>Given names of many countries: which they are, their gender and origin, and who is called Bill for William.</summary>
internal static class GivenNames
{
    private static readonly Dictionary<string, Entry> _known = Load();
    private static readonly List<string> _fullForms = [];
    private static readonly Dictionary<string, int[]> _petForms = LoadPetForms();

    /// <summary>Whether <paramref name="folded"/> is a known given name.</summary>
    public static bool Contains(string folded) => _known.ContainsKey(folded);

    /// <summary>The gender that the name goes with; unknown where it goes with both or is not in the list.</summary>
    public static Gender GenderOf(string folded) => _known.TryGetValue(folded, out var entry) ? entry.Gender : Gender.Unknown;

    /// <summary>Whether the list has the name under <paramref name="origin"/> ("hu", "ar").</summary>
    public static bool IsFrom(string folded, string origin) =>
        _known.TryGetValue(folded, out var entry) && entry.Origins.Contains(origin, StringComparison.Ordinal);

    /// <summary>Whether both are given names of one country, so that either may stand first ("Thomas James", "Mohamed Ali").</summary>
    public static bool ShareOrigin(string left, string right) =>
        _known.TryGetValue(left, out var mine) && _known.TryGetValue(right, out var others)
        && mine.Origins.Split(' ').Intersect(others.Origins.Split(' ')).Any();

    /// <summary>Whether one is a pet form of the other, or both of a third: Bill and William, Bob and Rob.</summary>
    public static bool ArePetForms(string left, string right) =>
        _petForms.TryGetValue(left, out var mine) && _petForms.TryGetValue(right, out var others) && mine.AsSpan().ContainsAny(others);

    /// <summary>The full names that the word can be short for, itself among them: "ted" → edward, edmund, theodore; none for other words.</summary>
    public static IEnumerable<string> FullFormsOf(string folded) =>
        _petForms.TryGetValue(folded, out var lines) ? lines.Select(line => _fullForms[line]) : [];

    private static Dictionary<string, Entry> Load()
    {
        var known = new Dictionary<string, Entry>(6000);
        foreach (var line in WordLists.Lines("given-names.txt"))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var gender = words[1] switch { "f" => Gender.Female, "m" => Gender.Male, _ => Gender.Unknown };
            foreach (var name in words.AsSpan(2))
            {
                var folded = Folding.Fold(name);
                known[folded] = known.TryGetValue(folded, out var other)
                    ? new Entry(other.Gender == gender ? gender : Gender.Unknown, $"{other.Origins} {words[0]}")
                    : new Entry(gender, words[0]);
            }
        }

        return known;
    }

    private static Dictionary<string, int[]> LoadPetForms()
    {
        var forms = new Dictionary<string, int[]>();
        var line = 0;
        foreach (var entry in WordLists.Lines("nicknames.txt"))
        {
            foreach (var name in entry.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var folded = Folding.Fold(name);
                forms[folded] = forms.TryGetValue(folded, out var lines) ? [.. lines, line] : [line];
            }

            _fullForms.Add(Folding.Fold(entry.AsSpan(0, entry.IndexOf(' '))));
            line++;
        }

        return forms;
    }

    private readonly record struct Entry(Gender Gender, string Origins);
}
