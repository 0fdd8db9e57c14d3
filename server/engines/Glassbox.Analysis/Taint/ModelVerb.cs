namespace Glassbox.Analysis.Taint;

/// <summary>What a library member means to the taint analysis.</summary>
internal enum ModelVerb
{
    Source,
    Sink,
    Clean,
    Through,
}
