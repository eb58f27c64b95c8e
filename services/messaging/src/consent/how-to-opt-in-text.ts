/** The answer to an opted-out contact that asks to be texted again in words that the carrier does not act on. */
export function howToOptInText(companyName: string): string {
	return `${companyName}: You are unsubscribed. To get our texts again, reply with the one word START.`;
}
