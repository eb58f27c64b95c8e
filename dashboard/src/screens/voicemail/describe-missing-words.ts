import type { Voicemail } from "@cloudpbx/contracts/api/voicemails";

export function describeMissingWords({ transcriptStatus }: Pick<Voicemail, "transcriptStatus">): string {
	if (transcriptStatus === "pending") return "Being transcribed. The words appear here by themselves.";
	if (transcriptStatus === "failed") return "It could not be transcribed. You can play the sound.";
	return "There were no words to transcribe.";
}
