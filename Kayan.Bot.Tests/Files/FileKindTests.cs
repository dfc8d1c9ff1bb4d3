using System.Text;
using Kayan.Bot.Files;

namespace Kayan.Bot.Tests.Files;

public sealed class FileKindTests
{
    [Theory]
    [InlineData("FFD8FFE000104A464946", "image/jpeg")]
    [InlineData("89504E470D0A1A0A0000000D", "image/png")]
    [InlineData("52494646240000005745425056503820", "image/webp")]
    [InlineData("255044462D312E37", "application/pdf")]
    [InlineData("4F67675300020000", "audio/ogg")]
    [InlineData("4944330300000000", "audio/mpeg")]
    [InlineData("FFFB9064", "audio/mpeg")]
    [InlineData("FFF15080", "audio/aac")]
    [InlineData("2321414D520A", "audio/amr")]
    [InlineData("0000001C667479704D344120", "audio/mp4")]
    [InlineData("000000186674797069736F6D", "video/mp4")]
    [InlineData("000000206674797033677035", "video/3gpp")]
    public void Kind_OfWhatPhonesSend_IsToldByItsBytes(string hex, string kind) => Assert.Equal(kind, FileKind.Of(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:منيرة\r\nTEL:+966500000001\r\nEND:VCARD\r\n", true)]
    [InlineData("BEGIN:VCARD\nFN:<script>alert(1)</script>\nEND:VCARD", false)]
    [InlineData("BEGIN:VCARD\nFN:a", false)]
    [InlineData("BEGIN:VCARD\nFN:\0\nEND:VCARD", false)]
    public void Kind_OfAContact_IsCheckedToTheEnd(string card, bool taken) =>
        Assert.Equal(taken ? "text/vcard" : null, FileKind.Of(Encoding.UTF8.GetBytes(card)));

    [Fact]
    public void Kind_OfAContactThatIsNoText_IsNone()
    {
        byte[] card = [.. "BEGIN:VCARD\n"u8, 0xC3, 0x28, .. "\nEND:VCARD"u8];

        Assert.Null(FileKind.Of(card));
        Assert.Null(FileKind.Of([.. "BEGIN:VCARD\n"u8, .. new byte[200_000], .. "END:VCARD"u8]));
    }

    [Theory]
    [InlineData("<!doctype html><script>alert(1)</script>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("<?xml version='1.0'?><svg/>")]
    [InlineData("\uFEFF<html>")]
    [InlineData("#!/bin/sh\nrm -rf /")]
    [InlineData("MZ\u0090 a program")]
    [InlineData("\u007FELF")]
    [InlineData("PK\u0003\u0004 an archive, also of an office")]
    [InlineData("\u001F\u008B\b zipped")]
    [InlineData("{\\rtf1")]
    [InlineData("GIF")]
    [InlineData("")]
    public void Kind_OfWhatCouldDoHarm_IsNone(string content) => Assert.Null(FileKind.Of(Encoding.Latin1.GetBytes(content)));

    [Theory]
    [InlineData("هوية.PDF", "هوية.PDF")]
    [InlineData("../../etc/cv.pdf", "cv.pdf")]
    [InlineData("invoice.pdf.exe", "invoice.pdf.exe.pdf")]
    [InlineData("\u202Efdp.exe", "fdp.exe.pdf")]
    [InlineData("page.html", "page.html.pdf")]
    [InlineData("", "application.pdf")]
    [InlineData(null, "application.pdf")]
    public void Name_OfAFetchedFile_EndsAsItsContentSays(string? given, string kept) =>
        Assert.Equal(kept, ReceivedFile.Fetched(Guid.CreateVersion7(), given, [.. "%PDF-1.7"u8])!.Name);

    [Fact]
    public void Name_ThatIsVeryLong_StillHasItsEnding()
    {
        var name = ReceivedFile.Fetched(Guid.CreateVersion7(), new string('a', 500), [.. "%PDF-1.7"u8])!.Name;

        Assert.True(name.Length <= 120);
        Assert.EndsWith(".pdf", name, StringComparison.Ordinal);
    }
}
