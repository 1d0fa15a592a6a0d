using System.Collections.Frozen;

namespace DigestBot.Attribution.Acts;

/// <summary>"Called the plan a disgrace", "described her as a pioneer": what something is said to be blames or praises it.</summary>
internal static class Judgement
{
    private const string BlamingWords =
        "absurd abuse abusive appalling arrogant assault baseless betrayal biased blunder bogus bully cheat chaos clown corrupt coward cowardly crime criminal cruel cynical dangerous deceitful despicable "
        + "detached dictator dictatorial disaster disastrous disgrace disgraceful dishonest embarrassment evil failed failure fake fantasy farce fascist flawed fool foolish fraud harmful hateful heartless "
        + "horrible hypocrisy hypocrite hypocritical illegal immoral incompetence incompetent indefensible insane insult insulting intolerable irresponsible joke lazy liar liars lie lies loser mistake "
        + "misguided misleading mockery monster murderer murderers naive negligent nightmare nonsense outrage outrageous pathetic phony pointless political propaganda racism racist reckless ridiculous "
        + "sabotage scam scandal scandalous sham shame shameful shocking sloppy stunt stupid terrible terrorist terrorists theft thief thieves threat traitor traitors treason tyrant unacceptable "
        + "unconstitutional unfair unfit ungrateful unjust unlawful useless vile violation waste weak wicked witch wrong";

    private const string PraisingWords =
        "admirable beautiful best bold brave brilliant calm champion compassionate courage courageous dedicated determined encouraging excellent exceptional fair fantastic fearless fine friend generous "
        + "genius gifted giant good great hero heroes heroic historic honest honourable honorable inspiration inspirational inspiring kind legend legendary long-overdue loving loyal magnificent milestone "
        + "model outstanding overdue patriot patriotic pioneer positive progress promising proud remarkable responsible sensible success successful superb talented terrific treasure tremendous triumph "
        + "victory visionary vital welcome wise wonderful worthy";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _blaming = Words(BlamingWords);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _praising = Words(PraisingWords);

    /// <summary>What the words of <paramref name="content"/> do together; null where they neither blame nor praise, or both alike.</summary>
    public static SpeechAct? Of(Document document, IReadOnlyList<TokenRange> content)
    {
        var balance = 0;
        foreach (var range in content)
        {
            for (var i = range.First; i <= range.Last; i++)
            {
                var side = _blaming.Contains(document.Word(i)) ? -1 : _praising.Contains(document.Word(i)) ? 1 : 0;
                balance += IsNegated(document, i, range.First) ? -side : side;
            }
        }

        return balance == 0 ? null : balance < 0 ? SpeechAct.Accuses : SpeechAct.Praises;
    }

    // "not a hero", "anything but honest", "no friend of the workers".
    private static bool IsNegated(Document document, int word, int first)
    {
        for (var i = word - 1; i >= first && i >= word - 3; i--)
        {
            if (document.IsWord(i, "not") || document.IsWord(i, "no") || document.IsWord(i, "never") || document.IsWord(i, "n't") || document.IsWord(i, "n’t")
                || document.IsWord(i, "but") && document.IsWord(i - 1 >= first ? i - 1 : i, "anything"))
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
