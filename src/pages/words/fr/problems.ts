// Pages et messages pour ce qui n’a pas marché : ce que c’était, quoi faire.

import type * as english from '../en/problems.ts';

export const problems: typeof english.problems = {
  doNotWait:
    'Si vous avez besoin d’aide maintenant, n’attendez pas cette page : appelez votre numéro d’urgence.',
  toStart: 'Aller au début',
  stillHere: 'Ce que vous avez rempli est encore ici. Rien ne part avant que vous appuyiez sur le bouton.',
  sendAgain: 'Essayer encore',
  tooMuch: {
    title: 'C’était trop à la fois',
    message: 'Le formulaire dépassait ce que cette page peut envoyer. Revenez en arrière et essayez encore.',
  },
  notFound: {
    title: 'Page introuvable',
    message: 'Il n’y a pas de page à cette adresse. Si vous l’avez tapée, vérifiez l’orthographe.',
  },
  guideNotHere: {
    title: 'Le guide n’est pas encore sur cet appareil',
    message: 'Il arrivera de lui-même à la prochaine connexion. Tout le reste marche sans lui.',
  },
  otherSite: {
    title: 'Ce formulaire venait d’un autre site',
    message: 'Pour votre sécurité, il n’a pas été accepté. Ouvrez la page ici et essayez encore.',
  },
  unreadable: {
    title: 'Impossible de lire cette demande',
    message:
      'La demande n’avait pas une forme que cette page comprend. Revenez en arrière et essayez encore.',
  },
  ours: {
    title: 'Quelque chose a mal tourné de notre côté',
    message: 'Rien de ce que vous avez dit n’a été gardé. Revenez en arrière et essayez encore.',
  },
  lostTitle: 'Vos réponses ne sont plus ici',
  lost: {
    device:
      'Elles restent sur cet appareil jusqu’à ce qu’on les efface. Soit c’est arrivé, soit elles ne vont plus avec cette version. Recommencez; il faut environ cinq minutes.',
    cookie:
      'Elles sont gardées dans un témoin (cookie) pendant deux heures. Soit ce temps est passé, soit vous les avez effacées, soit ce navigateur refuse les témoins de cette page. Recommencez; il faut environ cinq minutes.',
  },
  goneTitle: 'Vos réponses sont effacées',
  gone: {
    device: 'Elles ne sont plus sur cet appareil, et elles n’étaient nulle part ailleurs.',
    cookie:
      'Le témoin (cookie) qui les gardait n’est plus dans ce navigateur. Rien n’a été gardé sur le serveur.',
  },
  noQuestion: {
    title: 'Cette question n’existe pas',
    message: 'Le formulaire nommait une question que cette version n’a pas. Allez au début des questions.',
  },
  notSavedTitle: 'Impossible d’enregistrer',
  notSaved: () =>
    'Une valeur n’allait pas avec le reste. Rien n’a été enregistré. Revenez en arrière et corrigez.',
  notATimeTitle: 'Ce n’est pas une heure',
  notATime: (found) =>
    `Il faut une heure comme 07:30, de 00:00 à 23:59; on a trouvé « ${found} ». Revenez en arrière et corrigez, ou laissez vide pour toute la journée.`,
  cannotKeep: {
    'no-room-in-cookies': {
      title: 'Il n’y a plus de place',
      message:
        'Ce navigateur n’a plus de place pour d’autres bilans, et rien n’a été enregistré cette fois. Sous « Plus », enregistrez tout dans un fichier. Effacez ensuite le programme ici et apportez le fichier dans un navigateur qui le garde sur l’appareil.',
    },
    'no-room-for-runs': {
      title: 'Il n’y a plus de place pour d’autres courses',
      message:
        'Ce navigateur n’a plus de place pour d’autres courses saisies, et rien n’a été enregistré cette fois. Ouvrez la page dans un navigateur qui garde les courses sur l’appareil, ou effacez d’abord les plus anciennes.',
    },
    'runs-need-device': {
      title: 'Les courses des fichiers restent sur un appareil seulement',
      message:
        'Ce navigateur ne garde que les courses que vous saisissez. Rien n’a été enregistré cette fois. Ouvrez la page dans un navigateur qui garde les courses sur l’appareil, et apportez-y le fichier.',
    },
    'no-room-on-device': {
      title: 'Cet appareil n’a plus de place',
      message:
        'Ce que vous venez de remplir n’a pas été gardé; tout ce qui précède l’est. Faites de la place sur l’appareil, puis essayez encore.',
    },
    'newer-version': {
      title: 'Une version plus récente a écrit ici',
      message:
        'Vos réponses ont été gardées par une version plus récente de Backstride, que celle-ci ne peut pas lire. Rien n’est perdu. Fermez tous ses onglets et rouvrez-la en ligne.',
    },
    'cannot-open': {
      title: 'Ce navigateur ne nous laisse pas lire ou garder vos réponses',
      message:
        'Impossible d’ouvrir sa réserve pour ce site. Fermez les autres onglets de ce site et essayez encore. Si ça n’aide pas, fermez le navigateur et rouvrez-le.',
    },
    damaged: {
      title: 'Votre programme ne peut pas être lu',
      message:
        'Ce qui est gardé sur cet appareil est abîmé, ou n’a pas été écrit par cette version. Pour ne rien laisser d’important de côté, rien n’en est utilisé. Rien n’a été effacé.',
    },
  },
};

export const forms: typeof english.forms = {
  choose: 'Choisissez une réponse. Si vous ne pouvez pas le dire, choisissez la dernière.',
  chooseHere: 'Choisissez une des réponses de cette page.',
  onlyLines: 'Choisissez seulement des lignes de cette page.',
  tick: (none) => `Cochez ce qui s’applique, ou « ${none} ».`,
  notBoth: (none) => `Cochez ce qui s’applique ou « ${none} », pas les deux.`,
  chooseEach: (finding) => `${finding} : choisissez oui, non ou pas certain.`,
  wholeNumber: (what, min, max) => `${what} : écrivez un nombre entier de ${min} à ${max}.`,
  wholeNumberOrEmpty: (what, min, max) =>
    `${what} : écrivez un nombre entier de ${min} à ${max}, ou laissez vide.`,
  yourAge: 'Votre âge',
  yourUsualRun: 'Votre course habituelle',
  yourLongestRun: 'Votre plus longue course',
  daysAWeek: 'Jours par semaine',
  longestIsShorter: 'Votre plus longue course ne peut pas être plus courte que votre course habituelle.',
  side: 'Choisissez la jambe qui fait mal.',
  goal: 'Choisissez ce à quoi vous voulez revenir.',
  onset: 'Le jour où ça a commencé : choisissez un jour jusqu’à aujourd’hui, ou laissez vide.',
  goalDate: 'La date de votre but : choisissez un jour à partir d’aujourd’hui, ou laissez vide.',
  prediction: 'Votre idée : écrivez des semaines entières de 0 à 520, ou laissez vide.',
  signsMissing: (many) => `Signes de danger : ${many} sans réponse. « Pas certain » est aussi une réponse.`,
  signsOnlyLines: 'Signes de danger : choisissez seulement des lignes de cette page.',
  signsNotBoth: 'Signes de danger : cochez ce qui est vrai ou « Aucun de ces points », pas les deux.',
  signsEach: 'Signes de danger : répondez à chacun, pour que rien ne soit oublié.',
  signsTick: 'Signes de danger : cochez ce qui est vrai, ou « Aucun de ces points ».',
  zone: 'Choisissez l’heure qu’il est chez vous.',
  answersGone: 'Vos réponses ne sont plus ici. Répondez encore aux questions, ou choisissez une autre façon.',
  noPlanYet: (because) => `Votre résultat ne permet pas encore de programme : ${because}`,
  chooseTold: 'Choisissez dans la liste ce que le professionnel de la santé vous a dit.',
  chooseCause: 'Choisissez à quoi sert le programme.',
  chooseAllowed: 'Choisissez ce qu’on vous a dit que vous pouvez faire.',
  chooseFile: 'Choisissez d’abord un fichier.',
  notJson:
    'Ce n’est pas un fichier de Backstride : ce n’est pas du JSON. Choisissez le fichier que « Tout enregistrer » a écrit.',
  notOurs: 'Ce n’est pas un fichier de Backstride. Choisissez le fichier que « Tout enregistrer » a écrit.',
  newerFile: (theirs, ours) =>
    `Le fichier est d’une version plus récente (${theirs}) que celle que cette page peut lire (${ours}). Mettez d’abord à jour; le fichier reste tel quel.`,
  tooManyEntries: (most) => `Le fichier a plus de ${most} entrées, ce qu’aucun programme n’a.`,
  badEntry: (at) => `L’entrée ${at} du fichier ne peut pas être lue. Rien n’a été ajouté.`,
  badRun: (at) => `La course ${at} du fichier ne peut pas être lue. Rien n’a été ajouté.`,
  nothingBroughtIn: (why) => `${why}. Rien n’a été ajouté.`,
};
