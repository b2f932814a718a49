// Passkeys, on the pages of the desk that ask for one. A form says what it wants in its data; the answer of the browser goes into
// it and it is sent as any other. Without this script the form stays hidden, and there is the password.

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) enable(form);

function enable(form: HTMLFormElement): void {
  const { passkey, options } = form.dataset;
  if (!options || !('PublicKeyCredential' in window)) return;
  if (!PublicKeyCredential.parseRequestOptionsFromJSON || !PublicKeyCredential.parseCreationOptionsFromJSON)
    return;
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    const field = form.elements.namedItem('credential');
    if (!(field instanceof HTMLInputElement) || field.value !== '') return;
    event.preventDefault();
    const button = event.submitter;
    void answerTo(passkey === 'create', options).then((answer) => {
      if (answer === undefined) return;
      field.value = answer;
      form.requestSubmit(button);
    });
  });
}

/** What the browser answers, as JSON; undefined when the person has changed their mind. */
async function answerTo(isNew: boolean, options: string): Promise<string | undefined> {
  try {
    const asked = JSON.parse(options);
    const credential = isNew
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked),
        });
    return credential instanceof PublicKeyCredential ? JSON.stringify(credential.toJSON()) : undefined;
  } catch {
    return undefined;
  }
}
