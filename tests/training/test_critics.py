import torch

from photorestore.training.critics import critic_loss, fooling_loss, generator_losses, matching_loss, picture_critic


def test_a_critic_that_is_right_loses_nothing():
    class Right(torch.nn.Module):
        def forward(self, x):
            return [x.mean((1, 2, 3))]

    assert critic_loss(Right(), torch.ones(2, 3, 4, 4), torch.zeros(2, 3, 4, 4)) == 0
    assert fooling_loss(torch.ones(3)) == 0


def test_equal_features_match():
    features = [torch.rand(1, 2, 3, 3), torch.rand(1, 1, 3, 3)]

    assert matching_loss(features, features) == 0
    assert matching_loss([features[0] + 1, features[1]], features) > 0.9


def test_the_generator_teaches_the_critic_nothing():
    critic, fake = picture_critic(4), torch.rand(1, 3, 32, 32, requires_grad=True)

    fooling, matching = generator_losses(critic, fake, torch.rand(1, 3, 32, 32))
    (fooling + matching).backward()

    assert fake.grad.abs().sum() > 0
    assert all(parameter.grad is None and parameter.requires_grad for parameter in critic.parameters())
