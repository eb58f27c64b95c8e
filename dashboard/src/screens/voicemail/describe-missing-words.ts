import type { Voicemail } from "@cloudpbx/contracts/api/voicemails";

export function describeMissingWords({ transcriptStatus }: Pick<Voicemail, "transcriptStatus">): string {
	if (transcriptStatus === "pending") return "Being written down. The words appear here by themselves.";
	if (transcriptStatus === "failed") return "Could not be written down. The sound is what there is.";
	return "Nothing was said that could be written down.";
}
