using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.Requests;

namespace Kayan.Bot.Dialogs.Status;

/// <summary>Where a request stands, as people want to hear it: the stage, since when, who acts next and what the person can do.</summary>
internal sealed class StatusSentence(Phrases phrases, DatePhrases dates)
{
    public string Of(RequestView request)
    {
        var line = StageFlow.IsFinal(request.Stage) || request.Stage == RequestStage.Delivered ? StatusText.Final : StatusText.Line;
        var stage = phrases.Get(line, request.Number, request.Title, phrases.Get(StatusText.Stage(request.Stage)), dates.Since(request.Since));
        return $"{stage}\n\n{WhatNext(request)}";
    }

    private string WhatNext(RequestView request) => request.Stage switch
    {
        RequestStage.DocumentsNeeded when request.Papers.Count == 0 => phrases.Get(StatusText.NextDocumentsUnnamed),
        RequestStage.DocumentsNeeded when request.Papers.All(paper => paper.Submitted) => phrases.Get(StatusText.NextDocumentsSubmitted),
        RequestStage.DocumentsNeeded => phrases.Get(StatusText.Next(request.Stage), string.Join('\n', request.Papers.Select(Paper))),
        RequestStage.Declined when request.Reason is { Length: > 0 } reason => phrases.Get(StatusText.NextDeclinedReason, Sentence(reason)),
        _ => phrases.Get(StatusText.Next(request.Stage)),
    };

    private string Paper(PaperView paper) => phrases.Get(
        paper.Submitted ? StatusText.PaperSubmitted : paper.Expired ? StatusText.PaperExpired : StatusText.PaperMissing, paper.Name);

    private static string Sentence(string reason) => reason.TrimEnd() is var text && text[^1] is '.' or '؟' or '!' ? text : text + '.';
}
