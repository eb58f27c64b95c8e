import { callEndings, callStatuses } from "@cloudpbx/contracts/calls/calls";
import { transcriptStatuses, voicemailStatuses } from "@cloudpbx/contracts/calls/voicemails";
import { setAsideReasons } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import { extensionStatuses } from "@cloudpbx/contracts/extensions/extensions";
import { conversationModes, waitingReasons } from "@cloudpbx/contracts/texts/conversations";
import { messageStatuses } from "@cloudpbx/contracts/texts/messages";
import { campaignStatuses, recipientStatuses } from "@cloudpbx/contracts/words/campaign-statuses";
import { consentSources } from "@cloudpbx/contracts/words/consent-sources";
import { expect, it } from "vitest";
import { setAsideWords } from "../../src/screens/campaigns/domain/set-aside-words.ts";
import * as words from "../../src/words/statuses.ts";

it("has a word and a tone for every status that the API can name, and none for others", () => {
	const statuses: [readonly string[], Record<string, words.Status>][] = [
		[callEndings, words.callOutcomeWords],
		[callStatuses, words.callStatusWords],
		[conversationModes, words.conversationModeWords],
		[messageStatuses, words.messageStatusWords],
		[extensionStatuses, words.extensionStatusWords],
		[campaignStatuses, words.campaignStatusWords],
		[recipientStatuses, words.recipientStatusWords],
		[voicemailStatuses, words.voicemailStatusWords],
		[transcriptStatuses, words.transcriptStatusWords],
	];
	for (const [names, wordsOf] of statuses) {
		expect(Object.keys(wordsOf).sort()).toEqual([...names].sort());
		expect(Object.values(wordsOf).every(({ word }) => /^[A-Z]/.test(word))).toBe(true);
	}
});

it("explains every reason", () => {
	expect(Object.keys(words.waitingReasonWords)).toEqual([...waitingReasons]);
	expect(Object.keys(setAsideWords).sort()).toEqual([...setAsideReasons].sort());
	expect(Object.keys(words.consentSourceWords).sort()).toEqual([...consentSources].sort());
});

it("draws a sent text never as a delivered one", () => {
	expect(words.messageStatusWords.sent).not.toEqual(words.messageStatusWords.delivered);
});
