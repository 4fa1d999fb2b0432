import '@mantine/core/styles/ActionIcon.layer.css';
import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/PasswordInput.layer.css';
import { Text, Title } from '@mantine/core';
import type { PropsWithChildren } from 'react';
import { Logo } from '../../ui/logo';
import { PageTitle } from '../../ui/page-title';
import classes from './auth-card.module.css';

export function AuthCard({ title, text, children }: PropsWithChildren<{ title: string; text: string }>) {
  return (
    <div className={classes.card}>
      <PageTitle title={title} />
      <Logo size={44} />
      <Title order={1} mt="md">
        {title}
      </Title>
      <Text c="dimmed" mt="xs" mb="lg">
        {text}
      </Text>
      {children}
    </div>
  );
}
