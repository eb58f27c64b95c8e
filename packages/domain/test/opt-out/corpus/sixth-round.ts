import { innocents, optOuts, type Phrase } from "../list-phrases.ts";

export const sixthRound: readonly Phrase[] = [
	...optOuts(
		"polite and long",
		`Thanks for checking in. I'm all set and don't need any more follow ups by text.
		Hello, I hope this finds you well. I'm writing to ask that you take me off your texts.
		I have decided that I don't want to hear from your company anymore, nothing personal
		You've been great but I would like to end the text updates now
		Please make a note that I don't want to be on your texting list
		My husband and I would both like not to be texted, thank you very much
		Kindly make sure that this number gets no more advertisements
		I believe I have asked before, but could the messages please stop
		I am writing to request that all texts to this number cease
		If at all possible I'd rather you did not text me
		Could I ask you to leave me out of these messages in the future?
		I'm flattered but I am not interested in being texted
		I respectfully ask that you no longer text me
		It's been fun, but it's time for the texts to end
		We're closing our account, so there's no reason to contact us anymore
		I have no further interest in your company or its messages
		Sorry to bother you, but I'd like out of this list
		please consider my number removed`,
	),
	...optOuts(
		"complaints",
		`This is the third time I've told you I'm not interested
		I told you people last week to leave me alone
		You woke me up at 5am with this garbage, never again
		I don't shop with you so there's no reason to text me
		who is this and why do you keep messaging me
		Every day the same ad. I'm over it, stop
		I already asked to be taken off. Twice!
		Not sure how you got my number but I want it removed
		my kid gets these texts, please stop them
		I've asked nicely, now I'm telling you: no more texts
		you are wasting my data with these texts
		I changed doctors a year ago and still get your messages, take me off
		ten texts in two days is too many, unsubscribe
		These have to stop
		I pay for every text I get, so don't send them
		I don't even live in this state anymore, stop with the ads
		your constant texting is unacceptable
		can't believe I'm still getting these after unsubscribing
		you won't stop texting me and it's getting old`,
	),
	...optOuts(
		"law and threats",
		`Be advised that any consent previously given is hereby revoked
		I do hereby demand that you cease contacting me
		I object to the processing of my number for marketing
		You do not have authorization to send me messages
		Under the Telephone Consumer Protection Act I demand that you stop
		I exercise my right to opt out
		remove my data under CCPA
		I never consented to these messages and I revoke any consent
		This is notice of revocation
		Your company is in breach of the do not call rules
		I'll be forced to contact my lawyer if these messages continue
		The FCC will hear about this if you don't stop
		expect a call from my attorney
		I'm taking you to small claims over these texts
		I've saved every text as evidence for my lawyer
		this violates the TCPA and you know it
		I am on the federal do not call list so quit it
		blocked and reported`,
	),
	...innocents(
		"polite and long",
		`Thank you so much for the information, I would like to come in on Thursday if possible
		I really appreciate you reaching out, can we talk next week?
		I would prefer not to wait until Friday if you have anything sooner
		I'd rather not pay by card, is cash ok
		We would appreciate it if you could send someone tomorrow
		I have decided that I don't want the blue tiles, let's go with gray
		Could you please make sure the driver calls before he comes
		It would be great if you didn't park in my driveway
		I am not interested in the premium plan, the basic one is fine
		I'm no longer a student, does the discount still apply?
		There's no need to send a receipt
		no need to text me back, see you at 5
		I have no further questions, thanks!
		please consider my offer of $500
		would you mind not ringing the bell
		I respectfully ask that you waive the fee
		we're closing on the house next week
		I'd be grateful for a quick reply`,
	),
	...innocents(
		"complaints about other things",
		`This is the third time the tech didn't show up
		I told you people last week that the sink leaks
		You woke me up at 5am with your leaf blowers
		your constant delays are unacceptable
		I didn't give you permission to enter my apartment
		I'm tired of waiting, where is my order
		I never got the refund you promised
		nobody showed up today
		how did you know my name
		I'm going to leave a bad review
		my neighbor's dog won't stop barking
		you charged me twice, please fix it
		I didn't ask for the extra cheese
		the noise has to stop by ten
		The contractor violated the lease
		my lawyer will send over the papers
		I want to report a broken streetlight
		I already asked for a copy of the invoice`,
	),
];
