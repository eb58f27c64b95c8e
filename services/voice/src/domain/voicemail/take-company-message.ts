import { phrases } from "@cloudpbx/domain/phrases";
import { callPaths, companyBox } from "../call/call-paths.ts";
import type { CallPlan } from "../call/call-plan.ts";
import type { Office } from "../office/office.ts";

/** The voicemail has no extension: everybody who may hear the company's voicemail sees it. */
export function takeCompanyMessage({ settings }: Office, introduction?: string): CallPlan {
	const words = phrases.leaveCompanyMessage;
	return {
		steps: [
			{ kind: "say", text: introduction ? `${introduction} ${words}` : words },
			{
				kind: "record",
				maxSeconds: settings.voicemailMaxSeconds,
				nextPath: callPaths.voicemailFinished(companyBox, "en"),
				recordedPath: callPaths.voicemailRecorded(companyBox),
				// The caller may speak any language: only the owner's setting says that it is English.
				...(settings.voicemailLanguage === "en" && {
					transcribedPath: callPaths.voicemailTranscribed(companyBox),
				}),
			},
		],
		events: [{ step: "voicemail-company", kind: "voicemail_offered", detail: { extension: null } }],
	};
}
