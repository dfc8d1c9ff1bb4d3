namespace Kayan.Bot.Dialogs.Texts;

/// <summary>The texts of Links.resx: the pages of the short links.</summary>
internal static class LinksText
{
    public const string Brand = "Links.Brand";
    public const string RateTitle = "Links.RateTitle";
    public const string RateLead = "Links.RateLead";
    public const string Service = "Links.Service";
    public const string ServiceLow = "Links.ServiceLow";
    public const string ServiceHigh = "Links.ServiceHigh";
    public const string Procedure = "Links.Procedure";
    public const string ProcedureLow = "Links.ProcedureLow";
    public const string ProcedureHigh = "Links.ProcedureHigh";
    public const string Server = "Links.Server";
    public const string ServerUnnamed = "Links.ServerUnnamed";
    public const string ServerLow = "Links.ServerLow";
    public const string ServerHigh = "Links.ServerHigh";
    public const string Words = "Links.Words";
    public const string Send = "Links.Send";
    public const string Save = "Links.Save";
    public const string Missing = "Links.Missing";
    public const string Again = "Links.Again";
    public const string ThanksTitle = "Links.ThanksTitle";
    public const string Thanks = "Links.Thanks";
    public const string ThanksLow = "Links.ThanksLow";
    public const string Change = "Links.Change";
    public const string StatusTitle = "Links.StatusTitle";
    public const string StatusLead = "Links.StatusLead";
    public const string OpenChat = "Links.OpenChat";
    public const string StopTitle = "Links.StopTitle";
    public const string StopLead = "Links.StopLead";
    public const string Stop = "Links.Stop";
    public const string StoppedTitle = "Links.StoppedTitle";
    public const string StoppedLead = "Links.StoppedLead";
    public const string Start = "Links.Start";
    public const string Started = "Links.Started";
    public const string FootStop = "Links.FootStop";
    public const string FailedTitle = "Links.FailedTitle";
    public const string FailedLead = "Links.FailedLead";
    public const string Retry = "Links.Retry";
    public const string Contact = "Links.Contact";
}
